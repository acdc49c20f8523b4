using RbcBot.Core.People;

namespace RbcBot.Core.Selection;

/// <summary>How sure a panel is.</summary>
public enum Proof
{
    /// <summary>No other panel that keeps all rules has more merit: proved.</summary>
    Optimal,

    /// <summary>All rules are kept, but time ran out before the proof.</summary>
    BestFound,

    /// <summary>No panel keeps all rules; nobody is seated.</summary>
    Infeasible,

    /// <summary>Time ran out before any panel was found.</summary>
    Unknown,
}

/// <summary>Who sits where, what that rests on, or why nobody can.</summary>
/// <param name="Seats">By programme, best merit first; empty when infeasible.</param>
/// <param name="Checks">Every rule counted again without the solver.</param>
/// <param name="Shortages">Programmes that have fewer eligible applicants than seats.</param>
/// <param name="TotalMerit">Sum over the seated.</param>
/// <param name="Bound">No panel that keeps the rules can have more.</param>
/// <param name="Reserve">By programme and rank.</param>
/// <param name="Conflict">Null unless infeasible.</param>
public sealed record Panel(
    Proof Proof,
    IReadOnlyList<SeatTaken> Seats,
    IReadOnlyList<RuleCheck> Checks,
    IReadOnlyList<Shortage> Shortages,
    int TotalMerit,
    int Bound,
    IReadOnlyList<Reserve> Reserve,
    Conflict? Conflict)
{
    /// <summary>Whether somebody can be invited from it.</summary>
    public bool IsUsable => Proof is Proof.Optimal or Proof.BestFound;
}

/// <summary>A person on a seat of a programme.</summary>
public sealed record SeatTaken(string Programme, PersonId Person);

/// <summary>A rule, and what the panel has of it.</summary>
/// <param name="Got">People counted; for a cap, of the fullest facility or district.</param>
/// <param name="Slack">How far it is from being broken; 0 binds, below 0 is broken.</param>
public sealed record RuleCheck(Rule Rule, int Got, int Slack)
{
    public bool Binds => Slack == 0;
}

/// <summary>A programme that cannot fill its seats because too few may have one.</summary>
/// <param name="Fillable">Seats that can be filled when nobody sits twice.</param>
public sealed record Shortage(string Programme, int Seats, int Fillable);

/// <summary>Somebody who can step in, and for whom, without breaking a rule.</summary>
/// <param name="Rank">1 is called first.</param>
/// <param name="CanReplace">Seated people of the programme whose seat she may take.</param>
public sealed record Reserve(string Programme, int Rank, PersonId Person, IReadOnlyList<PersonId> CanReplace);

/// <summary>Rules that cannot be kept together, and what the least way out would be. A person decides; nothing is relaxed by itself.</summary>
/// <param name="Rules">Without any one of them the others can be kept.</param>
/// <param name="IsIrreducible">False when time ran out while looking; then fewer rules may be enough.</param>
/// <param name="WaysOut">Each alone makes a panel possible; the fewest people first.</param>
public sealed record Conflict(IReadOnlyList<Rule> Rules, bool IsIrreducible, IReadOnlyList<Relaxation> WaysOut);

/// <summary>A way out of a conflict: rules moved by so many people.</summary>
public sealed record Relaxation(IReadOnlyList<RuleChange> Changes)
{
    public int People => Changes.Sum(change => change.By);
}

/// <summary>A rule moved.</summary>
/// <param name="By">How many people are missing for a floor, or too many for a cap, summed over facilities or districts.</param>
public sealed record RuleChange(Rule Rule, int By);
