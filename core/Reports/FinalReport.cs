using RbcBot.Core.Calendar;
using RbcBot.Core.Texts;

namespace RbcBot.Core.Reports;

/// <summary>The report on the whole programme: from a frozen snapshot, the same in every language.</summary>
public static class FinalReport
{
    /// <summary>Published results that readers compare with; their sources stand in docs/sources.md.</summary>
    static readonly IReadOnlyList<string> Comparators = ["malawi", "rwanda-phone", "uganda", "vietnam"];

    static readonly IReadOnlyList<string> Limits = ["one-group", "same-test", "regression", "drop-out", "self-rated", "few"];

    public static Report Of(Snapshot snapshot, Language language)
    {
        var (words, hash) = (new Wording(language), snapshot.Hash());
        var register = new FactRegister(hash);
        Draft New() => new(words, register);
        IReadOnlyList<Section> sections =
        [
            About(snapshot, hash, New()),
            PeopleSection.Of(snapshot, New()),
            NeedsSection.Of(snapshot, New()),
            SelectionSection.Of(snapshot, New()),
            DeliverySection.Of(snapshot, New()),
            FeedbackSection.Of(snapshot, New()),
            ResultsSection.Of(snapshot, New()),
            Lines("comparators", Comparators, ParagraphKind.Finding, New()),
            Lines("limits", Limits, ParagraphKind.Caution, New()),
            RecommendationSection.Of(snapshot, New()),
        ];
        return new Report(language, words.Say("title"), snapshot.At, hash, sections, register.All);
    }

    static Section About(Snapshot snapshot, string hash, Draft draft)
    {
        var at = KigaliTime.Of(snapshot.At);
        draft.Add(ParagraphKind.Method, draft.Say("snapshot", ("date", at.ToString("D", Languages.Culture(draft.Language))),
            ("time", at.ToString("HH:mm", Languages.Culture(draft.Language))), ("hash", hash)));
        draft.Add(ParagraphKind.Caution, draft.Say("privacy", ("threshold", Statistics.SmallCells.Threshold)));
        return draft.Close("about");
    }

    static Section Lines(string section, IReadOnlyList<string> lines, ParagraphKind kind, Draft draft)
    {
        foreach (var line in lines)
            draft.Add(kind, draft.Say($"{section}.{line}"));
        return draft.Close(section);
    }
}
