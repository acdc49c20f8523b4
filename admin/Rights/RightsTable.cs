using System.Security.Claims;
using RbcBot.Core.People;
using static RbcBot.Core.People.Role;

namespace RbcBot.Admin.Rights;

/// <summary>Who may do what: the one table. What is not in it is denied. docs/rights.md shows it.</summary>
public static class RightsTable
{
    static readonly Role[] Everybody = Enum.GetValues<Role>();

    static readonly Dictionary<Right, Role[]> Rows = new()
    {
        [Right.Enter] = Everybody,
        [Right.OwnAccount] = Everybody,
        [Right.SeeOverview] = Everybody,
        [Right.SeeRounds] = [ProgrammeOfficer, ValidatorRbc, ValidatorEudif, Analyst, Auditor],
        [Right.RunRounds] = [ProgrammeOfficer],
        [Right.Rehearse] = [ProgrammeOfficer, ValidatorRbc, ValidatorEudif],
        [Right.SeeAnswers] = [ProgrammeOfficer, Analyst, Auditor],
        [Right.ExportAnswers] = [ProgrammeOfficer, Analyst, Auditor],
        [Right.KnowPeople] = [ProgrammeOfficer, Auditor],
        [Right.ExportPeople] = [ProgrammeOfficer],
        [Right.SeeFiles] = [ProgrammeOfficer, Committee, Auditor],
        [Right.SeePeople] = [ProgrammeOfficer, Coach, Auditor],
        [Right.JoinPeople] = [ProgrammeOfficer],
        [Right.ErasePeople] = [Role.Administrator, ProgrammeOfficer],
        [Right.SeeApplications] = [ProgrammeOfficer, Committee, Auditor],
        [Right.SeeSelection] = [ProgrammeOfficer, Committee, Auditor],
        [Right.Select] = [Committee],
        [Right.SeeLessons] = [ProgrammeOfficer, Coach, ValidatorRbc, ValidatorEudif, Auditor],
        [Right.ReleaseLessons] = [ProgrammeOfficer],
        [Right.SeeResults] = [ProgrammeOfficer, ValidatorRbc, ValidatorEudif, Analyst, Auditor],
        [Right.SeeReport] = [ProgrammeOfficer, Committee, ValidatorRbc, ValidatorEudif, Analyst, Auditor, Communications],
        [Right.SeeChannels] = [Role.Administrator, ProgrammeOfficer, Auditor],
        [Right.Resend] = [Role.Administrator, ProgrammeOfficer],
        [Right.SeeAside] = [Role.Administrator, ProgrammeOfficer, Auditor],
        [Right.Replay] = [Role.Administrator, ProgrammeOfficer],
        [Right.SeeAlerts] = [ProgrammeOfficer, Auditor],
        [Right.TendAlerts] = [ProgrammeOfficer],
        [Right.KeepSafety] = [Role.Administrator, ProgrammeOfficer],
        [Right.SeePrivacy] = [Role.Administrator, ProgrammeOfficer, Auditor],
        [Right.KeepPrivacy] = [Role.Administrator, ProgrammeOfficer],
        [Right.TellBreach] = [Role.Administrator],
        [Right.KeepAccounts] = [Role.Administrator],
        [Right.SeeAudit] = [Role.Administrator, Auditor],
    };

    /// <summary>Whether a role has the right.</summary>
    public static bool Has(Role role, Right right) => Rows.TryGetValue(right, out var roles) && roles.Contains(role);

    /// <summary>Whether somebody signed in has the right, by any of her roles.</summary>
    public static bool May(ClaimsPrincipal? who, Right right) => RolesOf(who).Any(role => Has(role, right));

    /// <summary>The roles somebody signed in has; none for who is not, and none for a word that is no role.</summary>
    public static IReadOnlyList<Role> RolesOf(ClaimsPrincipal? who) => who?.Identity?.IsAuthenticated != true
        ? []
        : [.. Everybody.Where(role => who.HasClaim(ClaimTypes.Role, role.ToString()))];
}
