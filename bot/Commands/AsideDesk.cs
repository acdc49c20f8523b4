using System.Globalization;
using RbcBot.Core.Conversations;

namespace RbcBot.Bot.Commands;

/// <summary>What was set aside, for the command line: never what a person wrote.</summary>
sealed class AsideDesk(IAside aside)
{
    public async Task<DeskOutcome> ListAsync(CancellationToken stop)
    {
        var all = await aside.ListAsync(stop);
        return new DeskOutcome(0, all.Count == 0 ? "Nothing is set aside." : string.Join(Environment.NewLine, all.Select(Line)), null);
    }

    public async Task<DeskOutcome> ReplayAsync(string? id, CancellationToken stop)
    {
        if (string.IsNullOrEmpty(id))
            return new DeskOutcome(2, "Give the id that aside list shows: aside replay ID.", null);
        return await aside.ReplayAsync(id, stop)
            ? new DeskOutcome(0, $"{id} is back in the inbox.", null)
            : new DeskOutcome(1, $"{id} is not set aside, or was never readable.", null);
    }

    static string Line(SetAside one) => string.Create(
        CultureInfo.InvariantCulture, $"{one.At:yyyy-MM-dd HH:mm:ss}Z  {one.Channel}  {one.Reason}{(one.Inbound is null ? " (not readable)" : "")}  {one.Id}");
}
