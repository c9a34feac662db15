"""The product, one room a noun."""
