using RbcBot.Admin.Rights;
using RbcBot.Core.Programme;

namespace RbcBot.Admin.Overview;

/// <summary>What waits for somebody, counted: each count becomes a line for who can do something about it.</summary>
public sealed record Today
{
    /// <summary>Alerts of safeguarding that nobody has looked at.</summary>
    public int Alerts { get; init; }

    /// <summary>Whether one of them should have been looked at by now.</summary>
    public bool AreAlertsLate { get; init; }

    /// <summary>Channels that are not well.</summary>
    public int Troubles { get; init; }

    /// <summary>Messages that could not be dealt with.</summary>
    public int SetAside { get; init; }

    /// <summary>Messages that did not reach their people; of very many the first are counted.</summary>
    public int GivenUp { get; init; }

    /// <summary>Helpline numbers that should be called again.</summary>
    public int StaleNumbers { get; init; }

    /// <summary>Accounts without the second factor that their role asks for.</summary>
    public int Unguarded { get; init; }

    /// <summary>Applications that came in while no selection was run yet.</summary>
    public int Unscored { get; init; }

    /// <summary>Lessons that are not published.</summary>
    public int Drafts { get; init; }

    /// <summary>Own trainees of who looks, when she is bound to them.</summary>
    public int Trainees { get; init; }

    /// <summary>The lines, what is most urgent first; another thing to do is another line.</summary>
    public IEnumerable<NextStep> Steps(ProgrammeLine line)
    {
        NextStep[] all =
        [
            new("alerts", "/console/safety", Right.SeeAlerts) { Count = Alerts, Kind = AreAlertsLate ? "bad" : "care" },
            new("trouble", "/console/channels", Right.SeeChannels) { Count = Troubles, Kind = "bad" },
            new("aside", "/console/aside", Right.SeeAside) { Count = SetAside, Kind = "care" },
            new("undelivered", "/console/channels", Right.SeeChannels) { Count = GivenUp, Kind = "care" },
            new("numbers", "/console/safety/settings", Right.KeepSafety) { Count = StaleNumbers, Kind = "care" },
            new("unguarded", "/console/accounts?sort=factor", Right.KeepAccounts) { Count = Unguarded, Kind = "care" },
            new("select", "/console/selection", Right.Select) { Count = Unscored },
            new("validate", "/console/lessons", Right.Rehearse) { Count = Drafts },
            new("trainees", "/console/lessons", Right.SeePeople) { Count = Trainees },
        ];
        return all.Where(step => step.Count > 0).Concat(line.Now >= Phase.Evaluation ? [new NextStep("report", "/console/report", Right.SeeReport)] : []);
    }
}
