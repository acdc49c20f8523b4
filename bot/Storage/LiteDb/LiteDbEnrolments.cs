using RbcBot.Core.Programme;

namespace RbcBot.Bot.Storage.LiteDb;

/// <summary>Enrolments, one for each person and module; all of them lie in memory.</summary>
sealed class LiteDbEnrolments : IEnrolments
{
    readonly LiteDbShelf<Enrolment> enrolments;
    readonly Kept<IReadOnlyList<Enrolment>> all;

    public LiteDbEnrolments(LiteDbStore store)
    {
        enrolments = new(store, LiteDbSchema.Enrolments);
        all = new(store, LiteDbSchema.Enrolments, enrolments.List);
    }

    public Task<IReadOnlyList<Enrolment>> ListAsync(CancellationToken stop) => Task.FromResult(all.Value);

    public Task<int> PeopleAsync(CancellationToken stop) => Task.FromResult(all.Value.Select(one => one.Person).Distinct().Count());

    public Task AddAsync(IReadOnlyList<Enrolment> added, CancellationToken stop) =>
        enrolments.AddAsync(added.Select(one => ($"{one.Person}/{one.Module}", one)), stop);
}
