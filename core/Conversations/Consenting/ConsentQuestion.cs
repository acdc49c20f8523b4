using RbcBot.Core.People.Privacy;

namespace RbcBot.Core.Conversations.Consenting;

/// <summary>A question of consent that stands open.</summary>
/// <param name="Purposes">The purposes that are asked; none when only a form is.</param>
/// <param name="Sha256">Of exactly the text that was shown, in hex.</param>
public sealed record ConsentQuestion(IReadOnlyList<Purpose> Purposes, string Sha256)
{
    /// <summary>Whether a form is asked with it: then the form's flow takes the answer.</summary>
    public bool IsOfForm { get; init; }

    /// <summary>Whether it was said shorter, and may be asked for whole.</summary>
    public bool IsShort { get; init; }

    /// <summary>Whether the purposes are being ticked one by one.</summary>
    public bool IsChoosing { get; init; }

    /// <summary>Ticked so far.</summary>
    public IReadOnlyList<Purpose> Ticked { get; init; } = [];

    /// <summary>Whether it asks what is taken back.</summary>
    public bool IsWithdrawing { get; init; }
}

/// <summary>What was answered to a question of consent.</summary>
/// <param name="IsYes">Whether she said yes, to all or to a choice of her own.</param>
/// <param name="Given">Purposes that she agreed to.</param>
/// <param name="Refused">Purposes that she was asked for and did not agree to.</param>
sealed record ConsentAnswer(bool IsYes, IReadOnlyList<Purpose> Given, IReadOnlyList<Purpose> Refused);
