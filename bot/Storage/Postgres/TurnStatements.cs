using Npgsql;
using RbcBot.Core.Conversations;

namespace RbcBot.Bot.Storage.Postgres;

/// <summary>What writes a group of turns. The first statements fail the whole group when one of its turns does not hold any more.</summary>
static class TurnStatements
{
    // A row of lanes that somebody else is claiming is waited for and then not ours any more.
    public const string Fence = """
        with lane as materialized (
            select l.person from unnest($1::text[], $2::bigint[]) as t(person, epoch)
            join lanes l on l.person = t.person and l.node = $4 and l.epoch = t.epoch for share of l),
        handled as (
            delete from waiting w using unnest($1::text[], $3::bigint[]) as t(person, n) where w.person = t.person and w.n = t.n returning 1)
        select 1 / (case when (select count(*) from lane) = $5 and (select count(*) from handled) = $5 then 1 else 0 end)
        """;

    // The same for inbounds that are taken in with their turns: new ones, of people for whom nothing waits that another node took in.
    const string PromptFence = """
        with given as materialized (select * from unnest($1::text[], $2::bigint[], $3::bytea[], $4::bigint[]) as t(person, epoch, id, at)),
        lane as materialized (
            select l.person from given g join lanes l on l.person = g.person and l.node = $5 and l.epoch = g.epoch for share of l),
        heard as (
            insert into inbox (person, id, at) select person, id, at from given g
            where not exists (select from inbox i where i.person = '' and i.id = g.id) and not exists (select from waiting w where w.person = g.person)
            order by 1, 2 on conflict do nothing returning 1)
        select 1 / (case when (select count(*) from lane) = $6 and (select count(*) from heard) = $6 then 1 else 0 end)
        """;

    const string Conversations = """
        insert into conversations (person, channel, value, body) select * from unnest($1::text[], $2::text[], $3::text[], $4::text[])
        on conflict (person) do update set channel = excluded.channel, value = excluded.value, body = excluded.body
        """;

    const string Sessions = """
        insert into sessions (person, number, subject, flow, started, submitted, line, rest, id, version, standing, offered, language, day)
        select * from unnest($1::text[], $2::int[], $3::text[], $4::text[], $5::bigint[], $6::boolean[], $7::text[], $8::text[],
            $9::text[], $10::text[], $11::int[], $12::boolean[], $13::text[], $14::int[])
        on conflict (person, number) do update set subject = excluded.subject, flow = excluded.flow, started = excluded.started,
            submitted = excluded.submitted, line = excluded.line, rest = excluded.rest, id = excluded.id, version = excluded.version,
            standing = excluded.standing, offered = excluded.offered, language = excluded.language, day = excluded.day
        """;

    const string Facts = "insert into facts (n, person, facts) select nextval('facts_n'), person, facts from unnest($1::text[], $2::text[]) as t(person, facts)";

    const string Remind = """
        insert into reminders (person, key, subject, due) select * from unnest($1::text[], $2::text[], $3::text[], $4::bigint[])
        on conflict (person, key) do update set subject = excluded.subject, due = excluded.due
        """;

    const string Forget = "delete from reminders r using unnest($1::text[], $2::text[]) as t(person, key) where r.person = t.person and r.key = t.key";

    const string Messages = """
        insert into outbox (person, address, number, message, state, tries, due, sent, reason)
        select t.person, t.address, t.i + greatest((select max(o.number) from outbox o where o.person = t.person and o.address = t.address), (select a.gone from addresses a where a.key = t.address), 0),
            t.message, t.state, 0, t.due, '', ''
        from unnest($1::text[], $2::text[], $3::bigint[], $4::text[], $5::int[], $6::bigint[]) as t(person, address, i, message, state, due)
        returning number
        """;

    const string Release = """
        update outbox o set state = 0, due = t.due, attempts = o.attempts || t.line, sent = '', receipt = null, class = 0
        from unnest($1::text[], $2::text[], $3::bigint[], $4::text[]) as t(person, address, due, line)
        where o.person = t.person and o.address = t.address and o.state = 7
        returning o.person, o.address, o.number, o.message, o.tries, o.due, o.attempts
        """;

    // What is said to other lanes, behind all that waits in them: their owners hear of it.
    const string Post = InboxStatements.Put;

    // Those that went along with what is posted.
    const string ForgetSessions = "delete from sessions s using unnest($1::text[], $2::int[]) as t(person, number) where s.person = t.person and s.number >= t.number";

    const string Aside = """
        insert into aside (id, channel, person, inbound, payload, reason, at)
        select * from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::bytea[], $6::text[], $7::bigint[]) on conflict do nothing
        """;

    /// <summary>Adds the statements to the group's batch; those that have nothing to write are left out.</summary>
    public static void Add(NpgsqlBatch batch, IReadOnlyList<TurnWrite> turns, string node)
    {
        AddFence(batch, [.. turns.Where(turn => !turn.Held.IsPrompt)], node);
        AddPromptFence(batch, [.. turns.Where(turn => turn.Held.IsPrompt)], node);
        Add(batch, Conversations, Column.Texts(turns.Select(turn => turn.Held.Person)), Column.Texts(turns.Select(turn => turn.Turn.Next.Address.Channel)),
            Column.Texts(turns.Select(turn => turn.Address)), Column.Texts(turns.Select(turn => turn.Conversation)));
        AddForgotten(batch, [.. turns.Where(turn => turn.Turn.Posts.Count > 0)]);
        AddSessions(batch, [.. turns.SelectMany(turn => turn.Sessions)]);
        RegisterStatements.AddPeople(batch, [.. turns.Select(turn => turn.Line).OfType<PersonRow>()]);
        RegisterStatements.AddIdentities(batch, [.. turns.SelectMany(turn => turn.Identities)]);
        if (turns.Where(turn => turn.Facts.Length > 0).ToList() is { Count: > 0 } told)
            Add(batch, Facts, Column.Texts(told.Select(turn => turn.Held.Person)), Column.Texts(told.Select(turn => turn.Facts)));
        AddReminders(batch, [.. turns.SelectMany(turn => turn.Turn.Reminders.Select(reminder => (turn.Held.Person, reminder)))]);
        AddAside(batch, [.. turns.Select(turn => turn.Aside).OfType<AsideRow>()]);
        AddMessages(batch, [.. turns.SelectMany(turn => turn.Messages.Select((message, index) => (turn.Held.Person, index + 1, message)))]);
        AddRelease(batch, [.. turns.Where(turn => turn.Releases.Length > 0)]);
        PostgresSafetyAlerts.Put(batch, turns);
        PostgresTemplates.Count(batch, turns, node);
        AddPosts(batch, [.. turns.SelectMany(turn => turn.Posts)]);
    }

    public static void AddAside(NpgsqlBatch batch, IReadOnlyList<AsideRow> rows)
    {
        if (rows.Count > 0)
            Add(batch, Aside, Column.Texts(rows.Select(row => row.Id)), Column.Texts(rows.Select(row => row.Channel)), Column.Texts(rows.Select(row => row.Person)),
                Column.Texts(rows.Select(row => row.Inbound)), Column.Bytes(rows.Select(row => row.Payload)), Column.Texts(rows.Select(row => row.Reason)),
                Column.Longs(rows.Select(row => row.At)));
    }

    static void AddFence(NpgsqlBatch batch, List<TurnWrite> turns, string node)
    {
        if (turns.Count > 0)
            Add(batch, Fence, Column.Texts(turns.Select(turn => turn.Held.Person)), Column.Longs(turns.Select(turn => turn.Held.Epoch)),
                Column.Longs(turns.Select(turn => turn.Held.Number)), Column.Text(node), Column.Long(turns.Count));
    }

    static void AddPromptFence(NpgsqlBatch batch, List<TurnWrite> turns, string node)
    {
        if (turns.Count > 0)
            Add(batch, PromptFence, Column.Texts(turns.Select(turn => turn.Held.Person)), Column.Longs(turns.Select(turn => turn.Held.Epoch)),
                Column.Bytes(turns.Select(turn => AcceptStatements.Heard(turn.Held.InboxId))), Column.Longs(turns.Select(turn => turn.SpokenAt.UtcTicks)),
                Column.Text(node), Column.Long(turns.Count));
    }

    static void AddSessions(NpgsqlBatch batch, List<SessionRow> rows)
    {
        if (rows.Count > 0)
            Add(batch, Sessions, Column.Texts(rows.Select(row => row.Person)), Column.Numbers(rows.Select(row => row.Number)), Column.Texts(rows.Select(row => row.Subject)),
                Column.Texts(rows.Select(row => row.Flow)), Column.Longs(rows.Select(row => row.Started)), Column.Flags(rows.Select(row => row.IsSubmitted)),
                Column.Texts(rows.Select(row => row.Line)), Column.Texts(rows.Select(row => row.Rest)),
                Column.Texts(rows.Select(row => CleanText.Of(row.Stands.Id))), Column.Texts(rows.Select(row => row.Stands.Version)), Column.Numbers(rows.Select(row => (int)row.Stands.Standing)),
                Column.Flags(rows.Select(row => row.Stands.IsOffered)), Column.Texts(rows.Select(row => row.Stands.Language)), Column.Numbers(rows.Select(row => row.Stands.Day.DayNumber)));
    }

    // The last one of a key counts: a statement must not touch a row twice.
    static void AddReminders(NpgsqlBatch batch, List<(string Person, Reminder Reminder)> all)
    {
        var last = all.GroupBy(one => (one.Person, one.Reminder.Key)).Select(group => group.Last()).ToList();
        var (put, gone) = (last.Where(one => one.Reminder.DueAt is not null).ToList(), last.Where(one => one.Reminder.DueAt is null).ToList());
        if (put.Count > 0)
            Add(batch, Remind, Column.Texts(put.Select(one => one.Person)), Column.Texts(put.Select(one => one.Reminder.Key)),
                Column.Texts(put.Select(one => one.Reminder.Subject)), Column.Longs(put.Select(one => one.Reminder.DueAt.GetValueOrDefault().UtcTicks)));
        if (gone.Count > 0)
            Add(batch, Forget, Column.Texts(gone.Select(one => one.Person)), Column.Texts(gone.Select(one => one.Reminder.Key)));
    }

    static void AddRelease(NpgsqlBatch batch, List<TurnWrite> turns)
    {
        if (turns.Count > 0)
            Add(batch, Release, Column.Texts(turns.Select(turn => turn.Held.Person)), Column.Texts(turns.Select(turn => turn.Releases)),
                Column.Longs(turns.Select(turn => turn.SpokenAt.UtcTicks)), Column.Texts(turns.Select(turn => turn.ReleasedLine)));
    }

    static void AddForgotten(NpgsqlBatch batch, List<TurnWrite> turns)
    {
        if (turns.Count > 0)
            Add(batch, ForgetSessions, Column.Texts(turns.Select(turn => turn.Held.Person)), Column.Numbers(turns.Select(turn => turn.Turn.Next.Sessions.Count)));
    }

    static void AddPosts(NpgsqlBatch batch, List<PostRow> posts)
    {
        if (posts.Count > 0)
            Add(batch, Post, Column.Texts(posts.Select(post => post.To)), Column.Bytes(posts.Select(post => post.Id)), Column.Texts(posts.Select(post => post.Inbound)));
    }

    static void AddMessages(NpgsqlBatch batch, List<(string Person, int Place, MessageRow Row)> rows)
    {
        if (rows.Count > 0)
            Add(batch, Messages, Column.Texts(rows.Select(one => one.Person)), Column.Texts(rows.Select(one => one.Row.Address)), Column.Longs(rows.Select(one => (long)one.Place)),
                Column.Texts(rows.Select(one => one.Row.Message)), Column.Numbers(rows.Select(one => (int)one.Row.State)), Column.Longs(rows.Select(one => one.Row.Due)));
    }

    /// <summary>Adds one statement.</summary>
    public static void Add(NpgsqlBatch batch, string sql, params NpgsqlParameter[] parameters)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var parameter in parameters)
            command.Parameters.Add(parameter);
        batch.BatchCommands.Add(command);
    }
}
