using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace RbcBot.Tests.Stores.Postgres;

/// <summary>A PostgreSQL server of our own in a folder, temporary unless somebody keeps it, with fsync, reached by a socket there. It ends when this process does, however it ends.</summary>
sealed class PostgresServer : IDisposable
{
    const string Advice = "There is no PostgreSQL on this machine: install the package postgresql.";

    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    static readonly Lazy<PostgresServer> Shared = new(() => new PostgresServer());

    readonly string folder;
    readonly bool isKept;
    Process keeper;
    int databases;
    string[] frozen = [];

    /// <param name="keep">A folder that stays, with what is in it; null for a temporary one.</param>
    public PostgresServer(string? keep = null)
    {
        if (Path is null)
            throw Missing();
        (folder, isKept) = (Directory.CreateDirectory(keep ?? Directory.CreateTempSubdirectory("rbcbot-pg-").FullName).FullName, keep is not null);
        Run("chown", Owner, folder);
        if (!Directory.Exists(Cluster))
            AsOwner("initdb", "-D", Cluster, "-U", "rbcbot", "-A", "trust", "-E", "UTF8", "--no-sync", "--no-instructions");
        keeper = Start();
        if (!isKept)
            Execute("postgres", "create database ready");
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Dispose();
    }

    /// <summary>Where initdb and postgres are; null when the machine has none.</summary>
    public static string? Path { get; } = Directories().FirstOrDefault(directory =>
        File.Exists(System.IO.Path.Combine(directory, "initdb")) && File.Exists(System.IO.Path.Combine(directory, "postgres")));

    /// <summary>The one that all contracts share; started with the first.</summary>
    public static PostgresServer One => Path is null ? throw Missing() : Shared.Value;

    /// <summary>The process that the others obey.</summary>
    public int ProcessId => int.Parse(File.ReadLines(System.IO.Path.Combine(Cluster, "postmaster.pid")).First(), CultureInfo.InvariantCulture);

    string Cluster => System.IO.Path.Combine(folder, "cluster");

    static string Owner => Environment.UserName != "root" ? Environment.UserName : File.ReadLines("/etc/passwd").Any(line => line.StartsWith("postgres:", StringComparison.Ordinal)) ? "postgres" : "nobody";

    /// <summary>A new database; the connection string to it.</summary>
    /// <param name="like">The connection string of one that nobody has open, to be copied; null for an empty one.</param>
    public string NewDatabase(string? like = null)
    {
        var name = $"test{Interlocked.Increment(ref databases)}";
        Execute("postgres", like is null ? $"create database {name}" : $"create database {name} template {new NpgsqlConnectionStringBuilder(like).Database}");
        return Connection(name);
    }

    /// <summary>All of a database as pg_dump writes it.</summary>
    public string Dump(string connection)
    {
        var file = System.IO.Path.GetTempFileName();
        try
        {
            Run(System.IO.Path.Combine(Path!, "pg_dump"), "--host", folder, "--username", "rbcbot", "--file", file, new NpgsqlConnectionStringBuilder(connection).Database!);
            return File.ReadAllText(file);
        }
        finally
        {
            File.Delete(file);
        }
    }

    public string Connection(string database) => $"Host={folder};Username=rbcbot;Database={database}";

    /// <summary>The first column of every row.</summary>
    public static List<string> Read(string connection, string sql)
    {
        using var opened = new NpgsqlConnection(connection + ";Pooling=false");
        opened.Open();
        using var command = new NpgsqlCommand(sql, opened);
        using var reader = command.ExecuteReader();
        var values = new List<string>();
        while (reader.Read())
            values.Add(reader.GetString(0));
        return values;
    }

    /// <summary>Runs one statement; gives its first value.</summary>
    public object? Execute(string database, string sql)
    {
        using var connection = new NpgsqlConnection(Connection(database) + ";Pooling=false");
        connection.Open();
        using var command = new NpgsqlCommand(sql, connection);
        return command.ExecuteScalar();
    }

    /// <summary>Stops the server; every connection is cut.</summary>
    /// <param name="isKill">True to kill it with no word, as a power cut of its machine does to its clients.</param>
    public void Stop(bool isKill = false)
    {
        Run("kill", isKill ? "-QUIT" : "-INT", $"{ProcessId}");
        keeper.StandardInput.Close();
        keeper.WaitForExit(Patience);
        keeper.Dispose();
    }

    public void StartAgain() => keeper = Start();

    /// <summary>Holds every process of the server still, as a machine that hangs.</summary>
    public void Freeze() => Signal("-STOP", frozen = Processes());

    /// <summary>Lets those go on that were held: the kernel's list of children leaves some out while others end.</summary>
    public void Thaw() => Signal("-CONT", [.. frozen.Union(Processes())]);

    public void Dispose()
    {
        if (!Directory.Exists(folder))
            return;
        keeper.StandardInput.Close();
        keeper.WaitForExit(Patience);
        if (!isKept)
            Directory.Delete(folder, recursive: true);
    }

    // A shell that waits for the end of its input, which is the end of this process, and then stops the server.
    Process Start()
    {
        const string Keep = "\"$@\" > /dev/null 2>&1 < /dev/null & server=$!; cat > /dev/null; kill -INT $server 2> /dev/null; wait $server";
        string[] server = [System.IO.Path.Combine(Path!, "postgres"), "-D", Cluster, "-k", folder, "-c", "listen_addresses=", "-c", "max_connections=200"];
        var start = new ProcessStartInfo("sh", ["-c", Keep, "sh", .. AsOwner(server)]) { RedirectStandardInput = true };
        var process = Process.Start(start) ?? throw new InvalidOperationException("PostgreSQL did not start.");
        for (var since = Stopwatch.GetTimestamp(); !IsThere(); Thread.Sleep(20))
            if (Stopwatch.GetElapsedTime(since) > Patience)
                throw new InvalidOperationException("PostgreSQL did not come up.");
        return process;
    }

    bool IsThere()
    {
        try
        {
            return Execute("postgres", "select 1") is 1;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }

    string[] Processes()
    {
        var server = ProcessId;
        return [$"{server}", .. File.ReadAllText($"/proc/{server}/task/{server}/children").Split(' ', StringSplitOptions.RemoveEmptyEntries)];
    }

    // One that has ended meanwhile takes no signal, and needs none.
    static void Signal(string signal, string[] processes) => Run("sh", ["-c", "for one; do kill \"$0\" \"$one\" || true; done", signal, .. processes]);

    void AsOwner(string program, params string[] arguments)
    {
        var all = AsOwner([System.IO.Path.Combine(Path!, program), .. arguments]);
        Run(all[0], all[1..]);
    }

    static string[] AsOwner(string[] command) =>
        Environment.UserName == "root" ? ["setpriv", $"--reuid={Owner}", "--clear-groups", .. command] : command;

    static void Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = "/" })
            ?? throw new InvalidOperationException($"{program} did not start.");
        var (said, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)}: {said.Result} {errors.Result}");
    }

    // xunit takes a fault that begins so for a test that is skipped.
    static InvalidOperationException Missing() => new($"$XunitDynamicSkip${Advice}");

    static IEnumerable<string> Directories()
    {
        const string Debian = "/usr/lib/postgresql";
        var packaged = Directory.Exists(Debian) ? Directory.GetDirectories(Debian).Select(version => System.IO.Path.Combine(version, "bin")).Order().ToArray() : [];
        return Enumerable.Reverse(packaged).Concat((Environment.GetEnvironmentVariable("PATH") ?? "").Split(':'));
    }
}
