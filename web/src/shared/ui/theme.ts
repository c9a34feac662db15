// The Mantine theme over the tokens, and the kept choice of dark, light or the system's.
import {
  type ButtonProps,
  type CSSVariablesResolver,
  createTheme,
  type MantineColorScheme,
  type MantineColorSchemeManager,
  type MantineTheme,
} from '@mantine/core'

const KEY = 'theme'
const VEIL = { color: 'var(--scrim)', backgroundOpacity: 1 }

/** Mantine chooses the colours of filled buttons by its own palette, which the tokens replace. */
const byTokens = (_: MantineTheme, { variant, color }: ButtonProps) => {
  if (variant !== 'filled' || (color && color !== 'red')) return { root: {} }
  const bad = color === 'red' && { '--button-bg': 'var(--bad)', '--button-hover': 'var(--bad)' }
  return { root: { '--button-color': 'var(--on-accent)', ...bad } }
}

export const theme = createTheme({
  fontFamily: 'var(--font)',
  fontSizes: {
    xs: 'var(--text-xs)',
    sm: 'var(--text-sm)',
    md: 'var(--text-md)',
    lg: 'var(--text-lg)',
    xl: 'var(--text-xl)',
  },
  radius: {
    xs: '4px',
    sm: 'var(--radius-sm)',
    md: 'var(--radius-md)',
    lg: 'var(--radius-lg)',
    xl: '16px',
  },
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  primaryColor: 'accent',
  colors: {
    accent: [
      '#fff1ec',
      '#ffe0d6',
      '#ffc1ae',
      '#ff9f83',
      '#ff8666',
      '#ff7a59',
      '#dc4a22',
      '#c8401b',
      '#a93616',
      '#7d2810',
    ],
  },
  primaryShade: { dark: 5, light: 7 },
  autoContrast: true,
  components: {
    Tooltip: { defaultProps: { openDelay: 500, withArrow: false, fz: 'sm' } },
    // A placeholder for the focus would be a child that menus must not have; the first item takes it.
    Menu: {
      defaultProps: { shadow: 'md', transitionProps: { duration: 120 }, withInitialFocusPlaceholder: false },
    },
    Button: { defaultProps: { variant: 'filled' }, vars: byTokens },
    Popover: { defaultProps: { shadow: 'md', transitionProps: { duration: 120 } } },
    Modal: { defaultProps: { overlayProps: VEIL, transitionProps: { duration: 160 } } },
    Drawer: { defaultProps: { overlayProps: VEIL, transitionProps: { duration: 160 } } },
  },
})

const mapped = {
  '--mantine-color-body': 'var(--page)',
  '--mantine-color-text': 'var(--ink)',
  '--mantine-color-bright': 'var(--ink)',
  '--mantine-color-dimmed': 'var(--ink-faint)',
  '--mantine-color-placeholder': 'var(--ink-faint)',
  '--mantine-color-anchor': 'var(--accent)',
  '--mantine-color-error': 'var(--bad)',
  '--mantine-color-default': 'var(--card)',
  '--mantine-color-default-hover': 'var(--hover)',
  '--mantine-color-default-color': 'var(--ink)',
  '--mantine-color-default-border': 'var(--line-strong)',
  '--mantine-color-disabled': 'var(--raised)',
  '--mantine-color-disabled-color': 'var(--ink-faint)',
  '--mantine-color-disabled-border': 'var(--line)',
  '--mantine-primary-color-filled': 'var(--accent)',
  '--mantine-primary-color-filled-hover': 'var(--accent-hover)',
  '--mantine-primary-color-light': 'var(--accent-soft)',
  '--mantine-primary-color-light-hover': 'var(--accent-soft)',
  '--mantine-primary-color-light-color': 'var(--accent)',
  '--mantine-primary-color-contrast': 'var(--on-accent)',
  '--mantine-shadow-md': 'var(--shadow)',
}

/** Mantine's colours are the tokens' colours. */
export const variables: CSSVariablesResolver = () => ({
  variables: {},
  dark: {
    ...mapped,
    '--mantine-color-dark-6': 'var(--raised)',
    '--mantine-color-dark-4': 'var(--line-strong)',
  },
  light: mapped,
})

/** Keeps the choice where public/theme.js finds it before the first paint. */
export const schemeStore: MantineColorSchemeManager = {
  get: fallback => {
    try {
      const kept = localStorage.getItem(KEY)
      return kept === 'dark' || kept === 'light' || kept === 'auto' ? kept : fallback
    } catch {
      return fallback
    }
  },
  set: value => {
    try {
      localStorage.setItem(KEY, value)
    } catch {
      // Storage may be forbidden; the choice then lasts as long as the page.
    }
  },
  subscribe: onUpdate => {
    heard = event => {
      if (event.key === KEY && event.newValue) onUpdate(event.newValue as MantineColorScheme)
    }
    addEventListener('storage', heard)
  },
  unsubscribe: () => {
    if (heard) removeEventListener('storage', heard)
  },
  clear: () => localStorage.removeItem(KEY),
}

let heard: ((event: StorageEvent) => void) | undefined
