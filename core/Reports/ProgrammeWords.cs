using RbcBot.Core.Content;
using RbcBot.Core.Selection;
using RbcBot.Core.Texts;

namespace RbcBot.Core.Reports;

/// <summary>Names of programmes, tasks, moments and rules as a reader reads them.</summary>
public static class ProgrammeWords
{
    /// <summary>The module's title, "training of coaches" for coaching, else the id itself.</summary>
    public static string Programme(Language language, string programme, IReadOnlyList<Module> modules) =>
        programme == SelectionRules.Coaching ? Text.Of(language, "selection.programme.coaching")
        : modules.FirstOrDefault(module => module.Id == programme)?.Title.In(language)
            ?? (Text.Has(language, $"selection.programme.{programme}") ? Text.Of(language, $"selection.programme.{programme}") : programme);

    /// <summary>A task of the needs interview, such as e1; the id itself when it has no words.</summary>
    public static string Task(Language language, string task) =>
        Text.Has(language, $"evaluation.task.{task}") ? Text.Of(language, $"evaluation.task.{task}") : task;

    /// <summary>pre, post, 3m or 6m in words.</summary>
    public static string Moment(Language language, string moment) =>
        Text.Has(language, $"evaluation.moment.{moment}") ? Text.Of(language, $"evaluation.moment.{moment}") : moment;

    /// <summary>A rule of the selection in a sentence.</summary>
    public static string Rule(Language language, Rule rule, IReadOnlyList<Module> modules) => Text.Of(
        language,
        rule.Kind switch
        {
            RuleKind.Seats => "selection.rule.seats",
            RuleKind.WomenFloor => "selection.rule.women-floor",
            RuleKind.WomenCeiling => "selection.rule.women-ceiling",
            RuleKind.RuralFloor => "selection.rule.rural-floor",
            RuleKind.ProvinceFloor => "selection.rule.province-floor",
            RuleKind.FacilityCap => "selection.rule.facility-cap",
            RuleKind.DistrictCap => "selection.rule.district-cap",
            _ => throw new ArgumentOutOfRangeException(nameof(rule)),
        },
        ("programme", Programme(language, rule.Programme, modules)), ("province", Places.Provinces.Find(rule.Group)?.Names.In(language) ?? rule.Group), ("wanted", rule.Wanted));

    /// <summary>Why somebody sits or does not, in a sentence.</summary>
    public static string Why(Language language, Explanation explanation) => Text.Of(
        language,
        explanation.Why switch
        {
            Selection.Why.ChosenForMerit => "selection.why.chosen-merit",
            Selection.Why.ChosenForRule => "selection.why.chosen-rule",
            Selection.Why.ChosenByTieBreak => "selection.why.chosen-tie",
            Selection.Why.NotEligible => "selection.why.not-eligible",
            Selection.Why.NothingWanted => "selection.why.nothing-wanted",
            Selection.Why.Rule => "selection.why.rule",
            Selection.Why.Merit => "selection.why.merit",
            Selection.Why.TieBreak => "selection.why.tie",
            Selection.Why.NoPanel => "selection.why.no-panel",
            Selection.Why.NotKnown => "selection.why.not-known",
            _ => throw new ArgumentOutOfRangeException(nameof(explanation)),
        },
        ("points", explanation.MeritLost ?? 0), ("reason", explanation.Reason));
}
