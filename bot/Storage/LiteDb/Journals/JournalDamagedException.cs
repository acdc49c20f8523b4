namespace RbcBot.Bot.Storage.LiteDb.Journals;

/// <summary>The journal lacks, or cannot read, records that were acknowledged: nobody may go on as if nothing had happened.</summary>
sealed class JournalDamagedException(string file, string what) : Exception(
    $"{file} is damaged: {what}. Copy the folder, then restore from a backup (dotnet run --project bot -- restore FILE); docs/operate.md says how.");
