namespace RbcBot.Core.People.Privacy;

/// <summary>Rows that have had their time.</summary>
public interface IOldRows
{
    /// <summary>How many rows of the rule are older.</summary>
    Task<int> CountAsync(RetentionRule rule, DateTimeOffset before, CancellationToken stop);

    /// <summary>Takes some of them away in one transaction, durable on return; tells how many. Called until it is none: a kill loses nothing but what is done again.</summary>
    /// <param name="most">At most so many.</param>
    Task<int> RemoveAsync(RetentionRule rule, DateTimeOffset before, int most, CancellationToken stop);
}
