namespace RbcBot.Bot.Storage;

/// <summary>A newer version wrote this store; an older one could lose what it does not know.</summary>
sealed class StorageTooNewException(string where, long version, long known) : Exception(
    $"{where} was written by a newer RbcBot (storage version {version}; this one knows {known}). Start the newer version, or restore a backup of before the upgrade.");
