using Google.OrTools.Sat;

namespace RbcBot.Core.Selection;

/// <summary>One call of the solver, always the same way: one worker, one seed, effort counted instead of seconds.</summary>
static class Solving
{
    /// <summary>The whole linear relaxation, always: without it 240 applicants take minutes, with it a fifth of a second. The effort
    /// is the solver's own deterministic unit (some twelve seconds each here), so that a slow machine decides the same.</summary>
    const string Parameters = "num_workers:1 random_seed:7 linearization_level:2 max_deterministic_time:0.5";

    public static (CpSolverStatus Status, CpSolver Solver) Run(CpModel model, CancellationToken stop, string further = "")
    {
        stop.ThrowIfCancellationRequested();
        var solver = new CpSolver { StringParameters = $"{Parameters} {further}" };
        var status = solver.Solve(model);
        return status == CpSolverStatus.ModelInvalid ? throw new InvalidOperationException("The solver refused the model.") : (status, solver);
    }

    /// <summary>Whether all rules can be kept; null when the solver does not know. No is believed only when said with and without presolve.</summary>
    public static bool? CanKeep(CpModel model, CancellationToken stop)
    {
        var first = Run(model, stop).Status;
        if (first is CpSolverStatus.Optimal or CpSolverStatus.Feasible)
            return true;
        var second = Run(model, stop, "cp_model_presolve:false").Status;
        return second is CpSolverStatus.Optimal or CpSolverStatus.Feasible ? true
            : second == CpSolverStatus.Infeasible && first == CpSolverStatus.Infeasible ? false
            : null;
    }
}
