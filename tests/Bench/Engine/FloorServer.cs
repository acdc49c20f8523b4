using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Win32.SafeHandles;

namespace RbcBot.Tests.Bench.Engine;

/// <summary>The least that keeps the promise: reads the update, appends it with one flush for all that wait, answers 200, sends a reply. No state, no interview.</summary>
static partial class FloorServer
{
    public static async Task RunAsync(string folder, string telegram, int port)
    {
        Directory.CreateDirectory(folder);
        using var journal = new Journal(Path.Combine(folder, "floor.log"));
        using var http = new HttpClient(new SocketsHttpHandler());
        var send = new Uri($"{telegram}/bot{Phones.Token}/sendMessage");
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        await using var app = builder.Build();
        app.Run(context => TakeAsync(context, journal, http, send));
        await app.RunAsync();
    }

    static async Task TakeAsync(HttpContext context, Journal journal, HttpClient http, Uri send)
    {
        var body = new byte[(int)(context.Request.ContentLength ?? 0)];
        await context.Request.Body.ReadExactlyAsync(body);
        using var update = JsonDocument.Parse(body);
        var message = update.RootElement.GetProperty("message");
        var (chat, text) = (message.GetProperty("chat").GetProperty("id").GetInt64(), message.GetProperty("text").GetString());
        await journal.AppendAsync(body);
        _ = SendAsync(http, send, chat, text);
    }

    static async Task SendAsync(HttpClient http, Uri send, long chat, string? text)
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes($$"""{"chat_id":{{chat}},"text":"heard {{text}}"}"""));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var answer = await http.PostAsync(send, content);
    }

    sealed partial class Journal : IDisposable
    {
        readonly SafeFileHandle file;
        readonly BlockingCollection<(byte[] Bytes, TaskCompletionSource Done)> queue = [];

        public Journal(string path)
        {
            file = File.OpenHandle(path, FileMode.Create, FileAccess.Write);
            new Thread(Write) { IsBackground = true }.Start();
        }

        public Task AppendAsync(byte[] bytes)
        {
            var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            queue.Add((bytes, done));
            return done.Task;
        }

        public void Dispose() => queue.CompleteAdding();

        void Write()
        {
            List<TaskCompletionSource> waiting = [];
            var group = new MemoryStream();
            for (var position = 0L; queue.TryTake(out var first, Timeout.Infinite);)
            {
                waiting.Clear();
                group.SetLength(0);
                for (var next = first; ;)
                {
                    group.Write(next.Bytes);
                    waiting.Add(next.Done);
                    if (!queue.TryTake(out next))
                        break;
                }
                RandomAccess.Write(file, group.GetBuffer().AsSpan(0, (int)group.Length), position);
                position += group.Length;
                if (fdatasync((int)file.DangerousGetHandle()) != 0)
                    throw new IOException("The journal was not flushed.");
                waiting.ForEach(done => done.SetResult());
            }
        }

        [DllImport("libc")]
        static extern int fdatasync(int file);
    }
}
