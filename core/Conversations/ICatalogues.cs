namespace RbcBot.Core.Conversations;

/// <summary>The catalogue as it stands, kept in memory by the shell.</summary>
public interface ICatalogues
{
    Catalogue Current { get; }

    /// <summary>Reads rounds, form files and content anew; call it after a round was opened or closed.</summary>
    Task RefreshAsync(CancellationToken stop);
}
