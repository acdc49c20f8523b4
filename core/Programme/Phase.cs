namespace RbcBot.Core.Programme;

/// <summary>A part of the programme's way, in the order of its months.</summary>
public enum Phase
{
    /// <summary>Interviews: what health workers lack.</summary>
    Needs,

    /// <summary>Lessons are written and validated.</summary>
    Content,

    /// <summary>People apply and are chosen.</summary>
    Selection,

    /// <summary>The test before, and the lessons.</summary>
    Training,

    /// <summary>Feedback, and the tests after.</summary>
    Evaluation,

    /// <summary>What was found, for who decides.</summary>
    Reports,
}
