using System.Globalization;
using RbcBot.Core.Conversations;

namespace RbcBot.Tests.Faults.Storm;

/// <summary>The rules for writing to people who did not just speak, stated once more and held against what was decided and what arrived. Written from the issue and the calendar, not from the code.</summary>
static class NudgeRules
{
    /// <summary>Days of the storm's two weeks on which nobody is written to: Sundays, and the Monday after Heroes' Day, which fell on one.</summary>
    static readonly string[] ClosedDays = ["2026-02-01", "2026-02-02", "2026-02-08"];

    /// <summary>The last Saturday of January: common work until noon.</summary>
    const string Umuganda = "2026-01-31";

    static readonly int[] DaysApart = [1, 1, 2, 4];

    /// <summary>What was wrong, as sentences.</summary>
    public static IEnumerable<string> Broken(PersonLog log)
    {
        var (nudges, unanswered, isSilent, isBlocked) = (new List<DateTimeOffset>(), 0, false, false);
        (DateTimeOffset At, bool IsAsked)? heard = null;
        foreach (var moment in log.Moments)
        {
            if (moment.Said.Kind != SaidKind.Due)
            {
                isBlocked = moment.Said.Kind switch { SaidKind.Blocked => true, SaidKind.Unblocked => false, _ => isBlocked };
                if (moment.Said.Kind is SaidKind.Blocked or SaidKind.Unblocked)
                    continue;
                isSilent = StormPerson.IsStop(moment.Said) || (isSilent && !StormPerson.IsStart(moment.Said));
                (heard, unanswered) = ((moment.At, IsQuestion(moment.Replies)), 0);
                continue;
            }

            if (moment.Replies.Count == 0 || moment.Said.Words == "fast")
                continue;
            foreach (var broken in Broken(log, moment, nudges, unanswered, heard).Concat(Closed(log, moment, heard)))
                yield return broken;
            if (isSilent)
                yield return $"{log.Address} is written to after STOP, at {moment.At:u}";
            if (isBlocked)
                yield return $"{log.Address} is written to though it keeps us out, at {moment.At:u}";
            nudges.Add(moment.At);
            unanswered += IsLetter(moment) ? 0 : 1;
        }

        foreach (var broken in Arrivals(log))
            yield return broken;
    }

    static IEnumerable<string> Broken(PersonLog log, Moment moment, List<DateTimeOffset> nudges, int unanswered, (DateTimeOffset At, bool IsAsked)? heard)
    {
        var who = $"{log.Address} nudged at {moment.At:u} by {moment.Said.Words}";
        if (heard is null)
            yield return $"{who}: she never spoke to us";
        if (!IsOpen(moment.At))
            yield return $"{who}: a quiet hour";
        if (heard is { IsAsked: true } last && moment.At - last.At < TimeSpan.FromMinutes(30))
            yield return $"{who}: she is at a question, {(moment.At - last.At).TotalMinutes:0} minutes ago, after {Before(log, moment)}";
        if (IsLetter(moment))
            yield break;
        if (nudges.Count(one => moment.At - one < TimeSpan.FromDays(7)) >= 5)
            yield return $"{who}: the sixth in seven days";
        if (unanswered >= DaysApart.Length)
            yield return $"{who}: {unanswered} before it without an answer";
        else if (nudges.Count > 0 && (Day(moment.At).DayNumber - Day(nudges[^1]).DayNumber) < DaysApart[unanswered])
            yield return $"{who}: {Day(moment.At).DayNumber - Day(nudges[^1]).DayNumber} days after the last, {unanswered} without an answer";
    }

    static IEnumerable<string> Closed(PersonLog log, Moment moment, (DateTimeOffset At, bool IsAsked)? heard)
    {
        var who = $"{log.Address} nudged at {moment.At:u} by {moment.Said.Words}";
        if (log.Address.Channel == "whatsapp" && moment.At - heard?.At >= TimeSpan.FromHours(24) && moment.Replies.Any(reply => reply.Template is null))
            yield return $"{who}: in free words, and she spoke {(moment.At - heard?.At)?.TotalHours:0.00} hours ago";
    }

    // On the phone too: not at night because a provider was away, and not after she asked for silence.
    static IEnumerable<string> Arrivals(PersonLog log)
    {
        foreach (var (number, _, _, _, at) in log.Arrived.Where(one => log.Decided[(int)one.Number - 1].IsNudge))
        {
            // What is on its way when the hours end arrives all the same.
            if (!IsOpen(at) && !IsOpen(at - TimeSpan.FromMinutes(1)))
                yield return $"{log.Address}: nudge {number}, decided at {log.Decided[(int)number - 1].At:u}, arrives in a quiet hour, at {at:u}";
            // Who was being written to in that moment cannot be held back any more.
            if (log.Stops.LastOrDefault(stop => stop.At < at - TimeSpan.FromSeconds(25)) is { IsStop: true })
                yield return $"{log.Address}: nudge {number} arrives after STOP, at {at:u}";
        }
    }

    static bool IsOpen(DateTimeOffset at)
    {
        var (day, hour) = (Day(at).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), at.UtcDateTime.AddHours(2).Hour);
        return hour is >= 8 and < 20 && !ClosedDays.Contains(day) && (day != Umuganda || hour >= 12);
    }

    // What a selection decided is waited for: one of it, which no cap holds, and of whose silence nothing follows.
    static bool IsLetter(Moment moment) => moment.Said.Words.StartsWith("letter:", StringComparison.Ordinal);

    static DateOnly Day(DateTimeOffset at) => DateOnly.FromDateTime(at.UtcDateTime.AddHours(2));

    // What led to it, shortly: so a failure can be understood without running the storm again.
    static string Before(PersonLog log, Moment moment) => string.Join(" | ", log.Moments.TakeWhile(one => one != moment).TakeLast(4).Append(moment).Select(one =>
        $"{one.At:HH:mm:ss} {one.Said.Kind} {one.Said.Words} -> {string.Join(" + ", one.Replies.Select(reply => reply.Text[..Math.Min(120, reply.Text.Length)].Replace('\n', ' ')))}"));

    static bool IsQuestion(IReadOnlyList<Outbound> replies) => replies.Any(reply => reply.Text.Contains("[q", StringComparison.Ordinal));
}
