namespace RbcBot.Core.People.Erasing;

/// <summary>Who wants a person to be erased.</summary>
public enum ErasureKind
{
    /// <summary>She said so in the chat.</summary>
    Herself,

    /// <summary>She asked otherwise, such as by a letter, and an administrator passes it on: she is told, and has as long to think again.</summary>
    OnPaper,

    /// <summary>A rule of retention says that it is time: at once, and nobody is asked or told.</summary>
    ByRule,
}

/// <summary>Why a person is erased; nothing of her is in it, for it is kept.</summary>
/// <param name="By">Sign-in name of who passes it on, or the rule's name; "" when she said so herself.</param>
public sealed record ErasureCause(ErasureKind Kind, string By)
{
    public static readonly ErasureCause Herself = new(ErasureKind.Herself, "");
}
