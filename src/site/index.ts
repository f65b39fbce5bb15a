export { createSite, type SiteOptions } from './site.tsx';
