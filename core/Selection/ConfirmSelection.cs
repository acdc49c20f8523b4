using RbcBot.Core.Conversations;
using RbcBot.Core.People;
using RbcBot.Core.Programme;

namespace RbcBot.Core.Selection;

/// <summary>Makes a selection count: enrols the seated and writes to everybody who applied. Done again, it completes what was cut off.</summary>
public sealed class ConfirmSelection(ISelections selections, IEnrolments enrolments, IRecords records, IInbox inbox)
{
    /// <returns>How many letters went out now, and how many people have no address.</returns>
    public async Task<(int Told, int Missed)> RunAsync(SelectionRun run, string by, DateTimeOffset now, CancellationToken stop)
    {
        await enrolments.AddAsync([.. run.Panel.Seats.Select(seat => new Enrolment(
            seat.Person, seat.Programme, seat.Programme == SelectionRules.Coaching ? Seat.Coach : Seat.Trainee, now))], stop);

        var (told, missed) = (0, 0);
        foreach (var (person, subject) in Letters(run))
            if (await records.AddressesAsync(person, stop) is not [var address, ..])
                missed++;
            else if (await inbox.AcceptAsync(new Inbound(address, $"letter:{run.Id}:{person}", Said.Due(subject), now) { For = person }, stop))
                told++;

        await selections.PutAsync(run with { ConfirmedAt = now, ConfirmedBy = by }, stop);
        return (told, missed);
    }

    static IEnumerable<(PersonId Person, string Subject)> Letters(SelectionRun run)
    {
        var seated = run.Panel.Seats.ToDictionary(seat => seat.Person, seat => seat.Programme);
        var reserve = run.Panel.Reserve.Select(one => one.Person).ToHashSet();
        return run.Applicants.Select(person => (person.Id,
            seated.TryGetValue(person.Id, out var programme) ? "letter:selected:" + programme
            : reserve.Contains(person.Id) ? "letter:reserve"
            : "letter:regret"));
    }
}
