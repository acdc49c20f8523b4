namespace RbcBot.Core.Conversations;

/// <summary>What kind of failure it was: it decides what is done about it, and by whom. Stores keep the numbers: add at the end only.</summary>
public enum FailureClass
{
    /// <summary>It was none.</summary>
    None,

    /// <summary>It may go later: too fast, or the provider has a fault.</summary>
    Later,

    /// <summary>Only an approved template goes, until the person speaks.</summary>
    Template,

    /// <summary>Nobody can be reached at the address.</summary>
    Address,

    /// <summary>The person does not let us in.</summary>
    OptedOut,

    /// <summary>Settings of ours are to blame: an operator has to mend them.</summary>
    Alert,

    /// <summary>This message will never go.</summary>
    Never,

    /// <summary>Nobody knows whether it went.</summary>
    Unknown,

    /// <summary>It was worth nothing any more.</summary>
    Expired,

    /// <summary>It failed as often as we try, or the provider gave up trying: another time it may go.</summary>
    Exhausted,
}
