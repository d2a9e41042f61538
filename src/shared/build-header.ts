/** Of the catalog's answer: the build of the page that it belongs to. */
export const buildHeader = 'Footbridge-Build';
