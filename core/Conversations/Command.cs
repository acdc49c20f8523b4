namespace RbcBot.Core.Conversations;

/// <summary>What a person may say at any time, whatever is being asked.</summary>
public enum Command
{
    Menu,
    Back,
    Skip,

    /// <summary>Why do you ask?</summary>
    Why,

    Pause,
    Resume,

    /// <summary>No more nudges; confirmed once.</summary>
    Stop,

    /// <summary>Messages again after a stop.</summary>
    Start,

    Help,
    Language,
    Review,
    Yes,
    No,

    /// <summary>All that applies is ticked.</summary>
    Done,

    /// <summary>This talk and one on another channel are one person's: a code for that.</summary>
    Link,

    /// <summary>A number or an account is the person's no more.</summary>
    Unlink,

    /// <summary>An agreement to a use of the person's data is taken back.</summary>
    Withdraw,

    /// <summary>What happens with the person's data.</summary>
    Privacy,

    /// <summary>Somebody else uses this phone too, or another holds it now.</summary>
    Share,

    /// <summary>What is kept of the person: shown to her.</summary>
    MyData,

    /// <summary>All that tells who she is goes.</summary>
    EraseMe,

    /// <summary>She wants it kept after all.</summary>
    Keep,
}
