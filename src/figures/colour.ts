/** The colour of what is counted: readable on the light ground and on the dark one. */
export const figureColour = '#0f766e';
