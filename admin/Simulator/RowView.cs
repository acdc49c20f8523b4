using RbcBot.Core.Forms;

namespace RbcBot.Admin.Simulator;

/// <summary>How a row of the sheet stands in a rehearsal.</summary>
public enum RowStanding
{
    /// <summary>It is what the trainee is asked now.</summary>
    Asked,

    /// <summary>Answered, skipped, or said.</summary>
    Done,

    /// <summary>It will be asked when all stays as it is.</summary>
    Waiting,

    /// <summary>It is not asked.</summary>
    Out,

    /// <summary>It holds a value that nobody is asked for.</summary>
    Hidden,

    /// <summary>A group or repeat whose rows count.</summary>
    Open,
}

/// <summary>One line of the values.</summary>
public sealed record RowView(RowState State, RowStanding Standing)
{
    /// <summary>The expression that keeps the row out: its own, or that of the nearest group around it; null when it counts.</summary>
    public Reason? Blocking => State.Counts ? null : State.Reasons.FirstOrDefault(reason => reason is { Column: "relevant", Holds: false });

    public static RowView Of(RowState state, string? asked) => new(state,
        state.Path == asked ? RowStanding.Asked
        : !state.Counts ? RowStanding.Out
        : state.Type is not { } type ? RowStanding.Open
        : IsHidden(type) ? RowStanding.Hidden
        : state.IsAnswered ? RowStanding.Done
        : RowStanding.Waiting);

    static bool IsHidden(QuestionType type) =>
        type is QuestionType.Calculate or QuestionType.Hidden or QuestionType.Today or QuestionType.Start or QuestionType.End;
}

/// <summary>Which rows of the values are shown.</summary>
public enum RowChoice { All, Out, Hidden }
