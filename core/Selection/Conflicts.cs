using Google.OrTools.Sat;

namespace RbcBot.Core.Selection;

/// <summary>Finds which rules cannot be kept together and the least ways out of it.</summary>
static class Conflicts
{
    public static Conflict Of(SelectionTask task, CancellationToken stop, (People.PersonId Person, bool IsIn)? forced = null)
    {
        var (rules, isIrreducible) = Irreducible(task, forced, stop);
        return new Conflict(rules, isIrreducible, forced is null ? WaysOut(task, rules, stop) : []);
    }

    /// <summary>Deletion filter: leaves out every rule without which the rest still cannot be kept.</summary>
    static (IReadOnlyList<Rule> Rules, bool IsIrreducible) Irreducible(
        SelectionTask task, (People.PersonId Person, bool IsIn)? forced, CancellationToken stop)
    {
        var left = task.Rules.ToList();
        var isSure = true;
        foreach (var rule in task.Rules)
        {
            var without = left.Where(other => other != rule).ToList();
            var canKeep = Solving.CanKeep((task with { Rules = without }).Model(forced).Solver, stop);
            isSure &= canKeep is not null;
            if (canKeep is false)
                left = without;
        }
        return (left, isSure);
    }

    /// <summary>Moving one rule of the conflict alone, where that is enough, and moving whichever rules move the fewest people.</summary>
    static IReadOnlyList<Relaxation> WaysOut(SelectionTask task, IReadOnlyList<Rule> conflict, CancellationToken stop)
    {
        var alone = conflict.Select(rule => Least(task, new HashSet<Rule> { rule }, stop));
        var together = Least(task, task.Rules.ToHashSet(), stop);
        return [.. alone.Append(together).OfType<Relaxation>()
            .DistinctBy(way => string.Join('|', way.Changes))
            .OrderBy(way => way.People).ThenBy(way => way.Changes.Count)];
    }

    /// <summary>The fewest people by which these rules have to move; null when moving them is not enough.</summary>
    static Relaxation? Least(SelectionTask task, IReadOnlySet<Rule> elastic, CancellationToken stop)
    {
        var model = task.Model(task.Rules, elastic);
        model.Solver.Minimize(LinearExpr.Sum(model.Slacks.Select(one => one.Slack)));
        var (status, solver) = Solving.Run(model.Solver, stop);
        if (status != CpSolverStatus.Optimal)
            return null;
        return new Relaxation([.. model.Slacks
            .GroupBy(one => one.Rule, one => (int)solver.Value(one.Slack))
            .Select(moved => new RuleChange(moved.Key, moved.Sum()))
            .Where(change => change.By > 0)]);
    }
}
