/** What a member of staff may be; what each may do stands with the routes (`src/api/staff-routes.ts`). */
export const roles = ['admin', 'editor', 'approver', 'viewer', 'partner'] as const;
export type Role = (typeof roles)[number];

export function isRole(text: string): text is Role {
  return roles.some((role) => role === text);
}
