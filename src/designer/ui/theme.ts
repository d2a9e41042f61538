import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';

/** Green-blue. Shade 7 under white text is 5.7:1; shade 4 on the dark body is 6.9:1. */
const bridge: MantineColorsTuple = [
  '#e9f6f6',
  '#d3ecec',
  '#a8dadb',
  '#76c5c8',
  '#4bb0b5',
  '#2b999f',
  '#16858c',
  '#0b7179',
  '#085e66',
  '#064a51',
];
/** Neutral, with a slight cool tint. */
const gray: MantineColorsTuple = [
  '#f7f9fa',
  '#eff2f4',
  '#e4e8eb',
  '#d5dbe0',
  '#bfc7ce',
  '#929da8',
  '#6b7782',
  '#505b66',
  '#36404a',
  '#1f272f',
];
/** 8 is the page, 7 what lies on it, 6 what floats: elevation by lightness. */
const dark: MantineColorsTuple = [
  '#e6eaee',
  '#c6ced6',
  '#9fabb6',
  '#75828e',
  '#3d4751',
  '#2e363e',
  '#252c33',
  '#1c2127',
  '#15191e',
  '#0f1216',
];

/** The kit's dialogs have a <header>, which would count as one more of the page's. */
const ownHeader = { header: { role: 'none' } };

const asTyped = { input: { dir: 'auto' } };
/** For a field that holds code: names in it may run any way, the code does not. */
export const asCode = { input: { dir: 'ltr' } };

export const theme = createTheme({
  primaryColor: 'bridge',
  primaryShade: { light: 7, dark: 7 },
  colors: { bridge, gray, dark },
  black: '#1b2229',
  defaultRadius: 6,
  cursorType: 'pointer',
  respectReducedMotion: true,
  fontFamily:
    "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', 'Noto Sans', sans-serif",
  fontFamilyMonospace: "ui-monospace, 'SF Mono', 'Cascadia Mono', Menlo, Consolas, monospace",
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '20px' },
  lineHeights: { xs: '1.35', sm: '1.4', md: '1.45', lg: '1.45', xl: '1.3' },
  spacing: { xs: '8px', sm: '12px', md: '16px', lg: '24px', xl: '32px' },
  radius: { xs: '4px', sm: '6px', md: '6px', lg: '10px', xl: '16px' },
  headings: {
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '28px', lineHeight: '1.2' },
      h2: { fontSize: '20px', lineHeight: '1.3' },
      h3: { fontSize: '16px', lineHeight: '1.4' },
      h4: { fontSize: '14px', lineHeight: '1.4' },
    },
  },
  components: {
    Button: { defaultProps: { size: 'sm', fw: 500 } },
    ActionIcon: { defaultProps: { variant: 'subtle', color: 'gray' } },
    Modal: {
      defaultProps: {
        radius: 10,
        centered: true,
        attributes: ownHeader,
        closeButtonProps: { 'aria-label': 'Close' },
        transitionProps: { duration: 150 },
      },
      styles: { title: { fontSize: 16, fontWeight: 600 } },
    },
    Drawer: {
      defaultProps: { attributes: ownHeader, closeButtonProps: { 'aria-label': 'Close' } },
      styles: { title: { fontSize: 16, fontWeight: 600 } },
    },
    Popover: { defaultProps: { shadow: 'md', radius: 10 } },
    // The kit's placeholder for the first focus is a child that a menu may not have.
    Menu: {
      defaultProps: {
        withInitialFocusPlaceholder: false,
        // No key: one that is pressed before the menu has the focus would close it.
        clickOutsideEvents: ['mousedown', 'touchstart'],
        shadow: 'md',
        radius: 10,
        transitionProps: { duration: 120 },
      },
    },
    Tooltip: {
      defaultProps: {
        openDelay: 400,
        withArrow: false,
        fz: 12,
        transitionProps: { duration: 120 },
      },
    },
    // What people type runs the way its first word does; what is code says so itself.
    TextInput: { defaultProps: { size: 'sm', attributes: asTyped } },
    Textarea: { defaultProps: { attributes: asTyped } },
    // The kit's help and misfit lines are 11 px; ours are never below 12.
    InputWrapper: {
      styles: {
        label: { marginBottom: 4 },
        description: { fontSize: 12 },
        error: { fontSize: 12 },
      },
    },
  },
});

/** Mantine's own words for colours, answered by the tokens of `tokens.css`, which are other ones in the dark. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: ownColours,
  dark: ownColours,
});

const ownColours = {
  '--mantine-color-body': 'var(--fb-surface)',
  '--mantine-color-text': 'var(--fb-text)',
  '--mantine-color-dimmed': 'var(--fb-muted)',
  '--mantine-color-placeholder': 'var(--fb-muted)',
  '--mantine-color-anchor': 'var(--fb-accent)',
  '--mantine-color-error': 'var(--fb-red)',
  // A menu's item takes its shade itself.
  '--mantine-color-red-6': 'var(--fb-red)',
  '--mantine-color-red-text': 'var(--fb-red)',
  '--mantine-color-red-light-color': 'var(--fb-red)',
  '--mantine-color-red-filled': 'var(--fb-red-strong)',
  '--mantine-color-red-filled-hover': 'var(--fb-red-stronger)',
  '--mantine-color-default-border': 'var(--fb-border-strong)',
};
