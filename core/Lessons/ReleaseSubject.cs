using RbcBot.Core.Content;
using RbcBot.Core.Conversations;
using RbcBot.Core.People;
using RbcBot.Core.Programme;

namespace RbcBot.Core.Lessons;

/// <summary>Sends a lesson or a round to people: one due inbound each, taken once however often it is released.</summary>
public sealed class ReleaseSubject(IRecords records, IInbox inbox)
{
    /// <returns>How many got it now, and how many have no address.</returns>
    public async Task<(int Sent, int Missed)> RunAsync(string subject, IReadOnlyList<PersonId> people, DateTimeOffset now, CancellationToken stop)
    {
        var (sent, missed) = (0, 0);
        foreach (var person in people)
            if (await records.AddressesAsync(person, stop) is not [var address, ..])
                missed++;
            else if (await inbox.AcceptAsync(new Inbound(address, $"release:{subject}:{person}", Said.Due(subject), now) { For = person }, stop))
                sent++;
        return (sent, missed);
    }

    /// <summary>Whether the subject is a lesson of the module or a test or feedback round that is open.</summary>
    public static bool Knows(Catalogue catalogue, Module module, string subject) => subject.Split(':', 2) switch
    {
        ["lesson", var id] => module.Lessons.Any(lesson => lesson.Id == id),
        ["round", var code] => catalogue.Round(code) is { IsOpen: true, Kind: RoundKind.Test or RoundKind.Feedback },
        _ => false,
    };
}
