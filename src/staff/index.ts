export { type AuditEntry, noteAudit, type ReadEntry, readAudit } from './audit.ts';
export {
  type AuthOptions,
  type AuthStep,
  type Caller,
  type CodeKind,
  createStaffAuth,
  type StaffAuth,
  type StaffSession,
  type Wait,
} from './auth.ts';
export { askForLink, isLinkToken, isLinkUsable, linkMinutes, linkPath, makeLink } from './link.ts';
export {
  addMember,
  changeRole,
  type ListedMember,
  listMembers,
  type MemberChange,
  memberByEmail,
  memberById,
  memberByTokenHash,
  normalEmail,
  removeColleague,
  removeMember,
  rename,
  type StaffMember,
} from './member.ts';
export { isRole, type Role, roles } from './roles.ts';
export { deleteOldSessions, endSessions, type ListedSession, listSessions, resetSecondFactor } from './session.ts';
export { isSetupToken, pendingSetupToken, setUp } from './setup.ts';
export { hashOfToken, isToken, makeToken, revokeTokens } from './token.ts';
