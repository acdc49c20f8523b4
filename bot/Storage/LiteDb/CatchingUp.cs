using RbcBot.Bot.Storage.LiteDb.Journals;

namespace RbcBot.Bot.Storage.LiteDb;

/// <summary>Brings the files of rows up to the journal.</summary>
static class CatchingUp
{
    /// <summary>Moves into the file what it lacks of the journal, but for the last rows; gives those.</summary>
    public static Generation? Run(RowFiles files, Journal journal, long upTo)
    {
        while (true)
        {
            var lacking = Lacking(journal, files.Applied, upTo);
            if (lacking is null || lacking.Last >= upTo)
                return lacking;
            files.Write(lacking);
            files.Settle();
        }
    }

    // As much as memory bears of what the file lacks of the journal up to a sequence; null when that is nothing.
    static Generation? Lacking(Journal journal, long applied, long upTo)
    {
        if (applied >= upTo)
            return null;
        var generation = new Generation();
        foreach (var record in journal.After(applied).TakeWhile(record => record.Sequence <= upTo && generation.Entries < LiteDbRhythm.TooMany))
            generation.Take(record.Sequence, record.Changes);
        return generation;
    }
}
