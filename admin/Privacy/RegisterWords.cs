using RbcBot.Core.People.Privacy;
using RbcBot.Core.Texts;

namespace RbcBot.Admin.Privacy;

/// <summary>An entry of the register in the words of a language.</summary>
static class RegisterWords
{
    public static string What(Language language, RegisterEntry entry) => Text.Of(language, $"privacy.entry.{entry.Word}");

    public static string Uses(Language language, RegisterEntry entry) => entry.Uses.Count == 0
        ? Text.Of(language, "privacy.uses.none")
        : string.Join(", ", entry.Uses.Select(purpose => Text.Of(language, $"purpose.{Purposes.Word(purpose)}")));

    public static string Ground(Language language, RegisterEntry entry) => Text.Of(language, $"privacy.ground.{entry.Ground.ToString().ToLowerInvariant()}");

    public static string Keeping(Language language, RegisterEntry entry, RetentionRules rules) => Text.Of(
        language, $"privacy.keeping.{entry.Keeping.ToString().ToLowerInvariant()}",
        ("rejected", rules.RejectedMonths), ("talk", rules.TalkMonths), ("programme", rules.ProgrammeMonths), ("alerts", rules.AlertMonths), ("audit", rules.AuditYears), ("aside", rules.AsideDays));

    public static string Recipients(Language language, RegisterEntry entry) =>
        string.Join(", ", entry.Recipients.Select(recipient => Text.Of(language, $"privacy.recipient.{recipient.ToString().ToLowerInvariant()}")));

    public static string Rule(Language language, RetentionRule rule) => Text.Of(language, $"privacy.rule.{rule.ToString().ToLowerInvariant()}");
}
