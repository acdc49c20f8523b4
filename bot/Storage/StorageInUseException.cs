namespace RbcBot.Bot.Storage;

/// <summary>Another process owns the storage folder; one file has one writer.</summary>
sealed class StorageInUseException(string folder, string owner) : Exception(
    $"{folder} is in use by another running RbcBot{(owner.Length > 0 ? $" (process {owner})" : "")}. Stop it, or set Storage__Path to another folder.");
