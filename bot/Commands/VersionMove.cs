using System.Globalization;
using RbcBot.Core.Conversations;
using RbcBot.Core.Forms.Versions;
using RbcBot.Core.Programme;
using RbcBot.Core.Texts;

namespace RbcBot.Bot.Commands;

/// <summary>What a command does and says when a round goes on to another version of its form.</summary>
sealed class VersionMove(IRecords records, IInbox inbox, ICatalogues catalogues, TimeProvider clock)
{
    /// <param name="before">The round as it was; null when it is new.</param>
    /// <param name="migrates">Whether running sessions move too.</param>
    public async Task<IReadOnlyList<string>> RunAsync(Round? before, Round after, bool migrates, CancellationToken stop)
    {
        if (before is null)
            return [];

        var others = (await records.SessionsAsync(after.Code, stop)).Count(session => FormMigration.Concerns(session, after.FormVersion, isForSubmitted: false));
        if (!migrates)
            return [.. Changes(before, after), .. others == 0 ? Array.Empty<string>() : [Line($"{others} running sessions stay on the form that they began with; --migrate moves them.")]];

        var (sent, missed) = await new MigrateSessions(records, inbox).RunAsync(after, isForSubmitted: false, clock.GetUtcNow(), stop);
        return [.. Changes(before, after), Line($"{sent} running sessions go on to this form at the running bot's, or the next start's, first turn; {missed} have no address.")];
    }

    IEnumerable<string> Changes(Round before, Round after)
    {
        if (before.FormVersion == after.FormVersion)
            return ["The form is the same as before."];
        return catalogues.Current.Forms.TryGetValue(before.FormVersion, out var older) && catalogues.Current.Forms.TryGetValue(after.FormVersion, out var newer)
            ? FormChanges.Between(older, newer).Select(Change)
            : [];
    }

    static string Change(FormChange change)
    {
        var place = change.Row is { } row ? string.Create(CultureInfo.InvariantCulture, $"row {row}, {change.Name}") : "form";
        var others = change.Others.Count > 0 ? $" ({ChangeWords.Others(change, Language.En)})" : "";
        var cell = ChangeWords.IsOfCell(change) ? $": «{change.Before}» → «{change.After}»" : "";
        return $"change: {place}{others}: {ChangeWords.What(change, Language.En)}{cell} [{ChangeWords.Effect(change, Language.En)}]";
    }

    static string Line(FormattableString words) => words.ToString(CultureInfo.InvariantCulture);
}
