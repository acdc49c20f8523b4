using System.Text;
using RbcBot.Admin.Shared;
using RbcBot.Core.Conversations;

namespace RbcBot.Admin.Aside;

/// <summary>What was set aside, as the page shows it.</summary>
/// <param name="Rows">Those of the page.</param>
/// <param name="Count">How many there are on all pages.</param>
/// <param name="Shown">The id of the one whose content was asked for; null when none was.</param>
public sealed record AsideView(IReadOnlyList<SetAside> Rows, int Count, TableOrder Order, string? Shown, bool IsReplayed)
{
    /// <summary>By what the list is sorted: when each was set aside.</summary>
    internal const string Time = "at";

    /// <summary>What came, of the one that was asked for; bytes that are no text show as replacement characters.</summary>
    public static string Content(SetAside one) => one switch
    {
        { Inbound: { } inbound } => inbound.Said.Words,
        { Payload: { } payload } => Encoding.UTF8.GetString(payload),
        _ => "",
    };
}
