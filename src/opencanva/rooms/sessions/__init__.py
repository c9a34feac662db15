"""Sessions and folders: the tree of workspaces."""
