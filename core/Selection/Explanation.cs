using RbcBot.Core.People;

namespace RbcBot.Core.Selection;

/// <summary>Why somebody sits or does not.</summary>
public enum Why
{
    /// <summary>She sits, and the panel would have less merit without her.</summary>
    ChosenForMerit,

    /// <summary>She sits, and without her a rule could not be kept.</summary>
    ChosenForRule,

    /// <summary>She sits; somebody else would do as well, and wishes or the public tie-break decided.</summary>
    ChosenByTieBreak,

    /// <summary>She may not sit.</summary>
    NotEligible,

    /// <summary>She wants no programme that is being filled.</summary>
    NothingWanted,

    /// <summary>With her on a seat the rules cannot all be kept.</summary>
    Rule,

    /// <summary>With her on a seat the panel would have less merit.</summary>
    Merit,

    /// <summary>A panel with her is as good; wishes or the public tie-break decided.</summary>
    TieBreak,

    /// <summary>There is no panel, so nobody sits.</summary>
    NoPanel,

    /// <summary>The solver gave up before it could say.</summary>
    NotKnown,
}

/// <summary>The answer to "why me?" and "why not me?", found by solving again with her forced out or in.</summary>
/// <param name="Reason">Why an applicant is not eligible, as the screening wrote it; "" otherwise.</param>
/// <param name="MeritLost">How much total merit falls when it is done the other way; null when that cannot be done or asked.</param>
/// <param name="Rules">The rules that stand in the way, or that hold her on her seat; also, when merit decides, those that a swap with a seated person of less merit would break.</param>
/// <param name="InsteadOf">Who would lose (or get) a seat if it were done the other way.</param>
public sealed record Explanation(
    PersonId Person,
    Why Why,
    string Reason,
    int? MeritLost,
    IReadOnlyList<Rule> Rules,
    IReadOnlyList<PersonId> InsteadOf)
{
    /// <summary>Explains one applicant of a panel. Solves once or more: ask when somebody wants to know.</summary>
    public static Explanation Of(
        IReadOnlyList<Applicant> applicants, SelectionRules rules, Panel panel, PersonId person, CancellationToken stop)
    {
        var one = applicants.First(applicant => applicant.Id == person);
        if (!one.EligibleCoach && !one.EligibleProfessional)
            return Plain(person, Why.NotEligible) with { Reason = one.IneligibleReason };
        if (!one.MayHave().Any(wanted => rules.Programmes.Any(programme => programme.Programme == wanted)))
            return Plain(person, Why.NothingWanted);
        if (!panel.IsUsable)
            return Plain(person, Why.NoPanel);
        var task = SelectionTask.Of(applicants, rules, stop);
        return Turned(task, panel, one, panel.Seats.Any(seat => seat.Person == person), stop);
    }

    static Explanation Turned(SelectionTask task, Panel panel, Applicant one, bool sits, CancellationToken stop)
    {
        var forced = (one.Id, !sits);
        var (proof, seats, _) = ChoosePanel.Seat(task, forced, stop);
        if (proof == Proof.Infeasible)
            return Plain(one.Id, sits ? Why.ChosenForRule : Why.Rule) with { Rules = Conflicts.Of(task, stop, forced).Rules };
        if (proof != Proof.Optimal || panel.Proof != Proof.Optimal)
            return Plain(one.Id, Why.NotKnown);

        var lost = panel.TotalMerit - seats.Sum(seat => task.People[seat.Person].Merit);
        var why = (sits, lost) switch
        {
            (true, 0) => Why.ChosenByTieBreak,
            (true, _) => Why.ChosenForMerit,
            (false, 0) => Why.TieBreak,
            (false, _) => Why.Merit,
        };
        var before = panel.Seats.Select(seat => seat.Person).ToHashSet();
        var after = seats.Select(seat => seat.Person).ToHashSet();
        IReadOnlyList<PersonId> others = [.. sits ? after.Except(before) : before.Except(after)];
        return new Explanation(one.Id, why, "", lost, sits ? [] : InTheWay(task, panel, one), others);
    }

    /// <summary>Rules that each swap with somebody seated of less merit would break.</summary>
    static IReadOnlyList<Rule> InTheWay(SelectionTask task, Panel panel, Applicant one) =>
        [.. one.MayHave().SelectMany(programme =>
        {
            Rule[] rules = [.. task.Rules.Where(rule => rule.Programme == programme)];
            Applicant[] sitting = [.. panel.Seats.Where(seat => seat.Programme == programme).Select(seat => task.People[seat.Person])];
            return sitting.Where(other => other.Merit < one.Merit)
                .SelectMany(other => Recount.Broken(rules, Reserves.Swapped(sitting, other, one)));
        }).Distinct()];

    static Explanation Plain(PersonId person, Why why) => new(person, why, "", null, [], []);
}
