using System.Security.Claims;
using RbcBot.Core.People;

namespace RbcBot.Admin.Safety;

/// <summary>Who sees alerts, and who deals with them. A committee never does: what is told in distress has no part in a selection.</summary>
static class SafetyAccess
{
    static readonly Role[] Seeing = [Role.Administrator, Role.ProgrammeOfficer, Role.Coach, Role.Auditor];

    static readonly Role[] Acting = [Role.Administrator, Role.ProgrammeOfficer, Role.Coach];

    public static bool MaySee(ClaimsPrincipal who) => IsAny(who, Seeing);

    public static bool MayAct(ClaimsPrincipal who) => IsAny(who, Acting);

    // Accounts of before there were roles have none, and are administrators.
    static bool IsAny(ClaimsPrincipal who, Role[] roles) =>
        who.Identity?.IsAuthenticated == true && (!who.HasClaim(claim => claim.Type == ClaimTypes.Role) || roles.Any(role => who.IsInRole(role.ToString())));
}
