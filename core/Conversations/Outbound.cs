namespace RbcBot.Core.Conversations;

/// <summary>What a button is for: an answer belongs to the question, a command to the talk around it.</summary>
public enum ButtonRole { Answer, Command }

/// <summary>Something to press instead of typing.</summary>
/// <param name="Label">What the person reads.</param>
/// <param name="Payload">What comes back: q:token:index or c:command, at most 64 bytes.</param>
/// <param name="IsTicked">Chosen so far, in a question that takes several.</param>
public sealed record Button(string Label, string Payload, ButtonRole Role = ButtonRole.Answer, bool IsTicked = false);

/// <summary>One message to a person, free of any channel's form.</summary>
/// <param name="Redraws">True when it only redraws the buttons of the message before it (ticks of a question that takes several); a channel that cannot edit sends it anew.</param>
/// <param name="IsNudge">True when the person did not just speak: replies go first.</param>
public sealed record Outbound(string Text, IReadOnlyList<Button> Buttons, bool Redraws = false, bool IsNudge = false)
{
    public Outbound(string text) : this(text, [])
    {
    }
}
