using RbcBot.Admin.Rights;
using RbcBot.Core.Programme;

namespace RbcBot.Admin.Shared;

/// <summary>A part of the console that the navigation leads to.</summary>
/// <param name="Phase">The part of the programme it belongs to; null for what serves all of them.</param>
/// <param name="Key">Ends the text key console.room.…</param>
/// <param name="Right">Who has it is led there.</param>
sealed record Room(Phase? Phase, string Path, string Key, Right Right)
{
    /// <summary>The first page.</summary>
    public static readonly Room Home = new(null, "/console", "overview", Right.SeeOverview);

    /// <summary>All rooms but the first page, in the order of the navigation: another page is another line.</summary>
    public static readonly IReadOnlyList<Room> All =
    [
        new(Core.Programme.Phase.Needs, "/console/rounds", "rounds", Right.SeeRounds),
        new(Core.Programme.Phase.Content, "/console/lessons", "lessons", Right.SeeLessons),
        new(Core.Programme.Phase.Content, "/console/rounds/simulator", "simulator", Right.Rehearse),
        new(Core.Programme.Phase.Selection, "/console/applications", "applications", Right.SeeApplications),
        new(Core.Programme.Phase.Selection, "/console/selection", "selection", Right.SeeSelection),
        new(Core.Programme.Phase.Evaluation, "/console/feedback", "feedback", Right.SeeResults),
        new(Core.Programme.Phase.Reports, "/console/report", "report", Right.SeeReport),
        new(null, "/console/people", "people", Right.SeePeople),
        new(null, "/console/safety", "safety", Right.SeeAlerts),
        new(null, "/console/channels", "channels", Right.SeeChannels),
        new(null, "/console/aside", "aside", Right.SeeAside),
        new(null, "/console/privacy", "privacy", Right.SeePrivacy),
        new(null, "/console/accounts", "accounts", Right.KeepAccounts),
        new(null, "/console/audit", "audit", Right.SeeAudit),
        new(null, "/console/account", "account", Right.OwnAccount),
    ];

    /// <summary>The room a page is in: the one whose address is the longest beginning of the page's; null for a page outside of all rooms.</summary>
    public static Room? Of(string path) => path.TrimEnd('/') == Home.Path
        ? Home
        : All.Where(room => path == room.Path || path.StartsWith(room.Path + "/", StringComparison.Ordinal)).MaxBy(room => room.Path.Length);
}
