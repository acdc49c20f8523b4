using System.Security.Claims;
using RbcBot.Admin.Rights;
using RbcBot.Core.Calendar;
using RbcBot.Core.Conversations;
using RbcBot.Core.People;
using RbcBot.Core.Programme;
using RbcBot.Core.Safety;

namespace RbcBot.Admin.Overview;

/// <summary>Counts what waits for somebody, and only what she may do something about: nobody waits for counts that are not hers.</summary>
sealed class TodayReading(TodayPorts ports, ICatalogues catalogues, Scopes scopes, TimeProvider clock)
{
    /// <summary>What a lesson's status is once it may go out.</summary>
    const string Published = "published";

    public async Task<Today> RunAsync(ClaimsPrincipal who, OverviewView view, CancellationToken stop)
    {
        var (now, catalogue) = (clock.GetUtcNow(), catalogues.Current);
        var unseen = May(Right.SeeAlerts) ? await ports.Alerts.UnseenAsync(stop) : [];
        var scope = await scopes.OfAsync(who, stop);
        return new Today
        {
            Alerts = unseen.Count,
            AreAlertsLate = unseen.Any(alert => alert.IsLate(now)),
            Troubles = May(Right.SeeChannels) ? ports.Health.All.Count(channel => channel.Trouble.Length > 0) : 0,
            SetAside = May(Right.SeeAside) ? await ports.Aside.CountAsync(stop) : 0,
            StaleNumbers = May(Right.KeepSafety) ? catalogue.Helplines.Count(number => number.IsStale(KigaliTime.Day(now))) : 0,
            Unguarded = May(Right.KeepAccounts) ? (await ports.Accounts.ListAsync(stop)).Count(IsUnguarded) : 0,
            Unscored = view.Enrolled == 0 ? view.Rounds.Where(line => line.Round.Kind == RoundKind.Application).Sum(line => line.Submitted) : 0,
            Drafts = catalogue.Library.Modules.SelectMany(module => module.Lessons).Count(lesson => lesson.Status != Published),
            Trainees = scope.IsEverybody ? 0 : scope.Own.Count,
        };

        bool May(Right right) => RightsTable.May(who, right);
    }

    static bool IsUnguarded(Account account) => account is { DisabledAt: null, NeedsSecondFactor: true, HasSecondFactor: false };
}

/// <summary>Where it is counted.</summary>
sealed record TodayPorts(ISafetyAlerts Alerts, IChannelHealth Health, IAside Aside, IAccounts Accounts);
