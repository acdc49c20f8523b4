namespace RbcBot.Core.Conversations.Nudges;

/// <summary>Something to be said to a person who did not just speak.</summary>
/// <param name="Key">The key of the reminder that brings it again; unique for the person.</param>
/// <param name="Words">The words of its due inbound.</param>
/// <param name="Template">What says the same where only approved texts go; its first value is the title of what it is about.</param>
/// <param name="Say">Says it as it is.</param>
sealed record Nudge(string Key, string Words, TemplateUse Template, Action<Scene> Say)
{
    /// <summary>Whether it puts a session in front.</summary>
    public bool TakesFront { get; init; }

    /// <summary>Whether it calls back to something that stands open anyway, so that who answers its template hears nothing else.</summary>
    public bool IsCall { get; init; }

    /// <summary>Whether the person waits for it, as for the answer to her application: no cap holds it, and it is worth sending for days.</summary>
    public bool IsAwaited { get; init; }

    /// <summary>What is planned once it went out.</summary>
    public Action<Scene> Then { get; init; } = _ => { };
}
