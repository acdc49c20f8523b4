using RbcBot.Core.Calendar;
using RbcBot.Core.Conversations;
using RbcBot.Core.People;
using RbcBot.Core.People.Auditing;
using RbcBot.Core.People.Erasing;
using RbcBot.Core.People.Privacy;
using RbcBot.Core.Programme;

namespace RbcBot.Core.Selection;

/// <summary>Takes away what has had its time, a handful at a time, or counts it; the proof of it is kept after each rule.</summary>
/// <param name="reading">Who is over, by what is stored.</param>
/// <param name="erasures">Null where nobody can be erased: then people are only told of.</param>
public sealed class KeepRetention(OverReading reading, IOldRows rows, IRetentionReports reports, IErasures? erasures = null)
{
    /// <summary>Rows of one transaction.</summary>
    const int Handful = 200;

    /// <param name="isTrial">Whether it is only counted, and nothing is kept of it.</param>
    public async Task<RetentionReport> RunAsync(RetentionRules rules, bool isTrial, DateTimeOffset now, CancellationToken stop)
    {
        var report = new RetentionReport(now.UtcTicks.ToString("D19", System.Globalization.CultureInfo.InvariantCulture), now, isTrial, []);
        foreach (var rule in Enum.GetValues<RetentionRule>())
        {
            report = report with { Lines = [.. report.Lines, await LineAsync(rule, rules.Before(rule, now), isTrial, stop)] };
            if (!isTrial)
                await reports.KeepAsync(report, stop);
        }
        return report;
    }

    async Task<RetentionLine> LineAsync(RetentionRule rule, DateTimeOffset before, bool isTrial, CancellationToken stop) => rule switch
    {
        RetentionRule.Rejected => await PeopleAsync(rule, before, await reading.RejectedAsync(before, stop), isTrial, stop),
        RetentionRule.Programme => await PeopleAsync(rule, before, await reading.EverybodyAsync(before, stop), isTrial, stop),
        RetentionRule.Audit => new RetentionLine(rule, before, await reading.AuditAsync(before, stop), IsOfPeople: false) { IsOnlyTold = true },
        _ => new RetentionLine(rule, before, isTrial ? await rows.CountAsync(rule, before, stop) : await RemoveAsync(rule, before, stop), IsOfPeople: false),
    };

    async Task<RetentionLine> PeopleAsync(RetentionRule rule, DateTimeOffset before, IReadOnlyList<PersonId> people, bool isTrial, CancellationToken stop)
    {
        if (!isTrial && erasures is not null)
            foreach (var person in people)
                await erasures.AskAsync(person, new ErasureCause(ErasureKind.ByRule, rule.ToString()), stop);
        return new RetentionLine(rule, before, people.Count, IsOfPeople: true) { IsOnlyTold = erasures is null };
    }

    async Task<int> RemoveAsync(RetentionRule rule, DateTimeOffset before, CancellationToken stop)
    {
        var all = 0;
        for (var some = -1; some != 0; all += some)
            some = await rows.RemoveAsync(rule, before, Handful, stop);
        return all;
    }
}

/// <summary>Reads who is over, by the rules that are about people.</summary>
public sealed class OverReading(ISelections selections, IEnrolments enrolments, IRecords records, IPrivacySettings settings, IAuditTrail trail)
{
    /// <summary>Applicants without a place who are still there.</summary>
    internal async Task<IReadOnlyList<PersonId>> RejectedAsync(DateTimeOffset before, CancellationToken stop)
    {
        List<PersonId> there = [];
        foreach (var person in PeopleWhoseTimeIsOver.Rejected(await selections.ListAsync(stop), await enrolments.ListAsync(stop), before))
            if (await records.ConversationAsync(person, stop) is { StandsFor: null })
                there.Add(person);
        return there;
    }

    /// <summary>Everybody who has not spoken since, when the programme ended so long ago; nobody before.</summary>
    internal async Task<IReadOnlyList<PersonId>> EverybodyAsync(DateTimeOffset before, CancellationToken stop) =>
        (await settings.ReadAsync(stop)).ProgrammeEnds is { } end && end < KigaliTime.Day(before)
            ? [.. (await records.ConversationsAsync(stop)).Where(conversation => conversation.LastHeard is not { } heard || heard < before).Select(conversation => conversation.Person)]
            : [];

    /// <summary>How many entries of the trail are older: they stand in the order of time, so that few are looked at.</summary>
    internal async Task<int> AuditAsync(DateTimeOffset before, CancellationToken stop)
    {
        var (older, newer) = (0L, (await trail.HeadAsync(stop)).Seq + 1);
        while (newer - older > 1)
        {
            var middle = (older + newer) / 2;
            if ((await trail.FromAsync(middle, 1, stop)) is [{ Entry.At: var at }] && at < before)
                older = middle;
            else
                newer = middle;
        }
        return (int)older;
    }
}
