using System.Globalization;
using RbcBot.Admin.Shared;
using RbcBot.Core.Conversations;
using RbcBot.Core.Lessons;
using RbcBot.Core.People;

namespace RbcBot.Admin.Lessons;

/// <summary>Sends a lesson or a round out: at once to a module's people, as a long work to very many.</summary>
sealed class Releasing(IRecords records, IInbox inbox, LongWorks works, TimeProvider clock)
{
    /// <summary>So many people are served while somebody waits: a second or two.</summary>
    public const int AtOnce = 200;

    /// <summary>People in a step of a long work.</summary>
    const int Step = 50;

    /// <returns>The address to see next.</returns>
    public async Task<string> RunAsync(string module, string subject, IReadOnlyList<PersonId> people, string name, CancellationToken stop) => people.Count <= AtOnce
        ? await SendAsync(module, subject, people, _ => { }, stop)
        : works.Begin(new LongWork(name, "console.work.release", people.Count, (tell, ending) => SendAsync(module, subject, people, tell, ending)));

    // Who has it already gets it no second time: broken off, it is sent again to all.
    async Task<string> SendAsync(string module, string subject, IReadOnlyList<PersonId> people, Action<int> tell, CancellationToken stop)
    {
        var (sent, missed) = (0, 0);
        foreach (var some in people.Chunk(Step))
        {
            var (here, lacking) = await new ReleaseSubject(records, inbox).RunAsync(subject, some, clock.GetUtcNow(), stop);
            (sent, missed) = (sent + here, missed + lacking);
            tell(some.Length);
        }
        return string.Create(CultureInfo.InvariantCulture, $"/console/lessons/{Uri.EscapeDataString(module)}?sent={sent}&missed={missed}");
    }
}
