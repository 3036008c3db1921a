using System.Net;
using System.Net.Sockets;
using System.Text;
using MimeKit;

namespace Analytics.Web.Tests.Mails;

/// <summary>A mail server on this machine that keeps what it is given, or refuses it for a while.</summary>
sealed class MailSink : IDisposable
{
    readonly TcpListener listener = new(IPAddress.Loopback, 0);
    readonly List<MimeMessage> messages = [];
    readonly Lock gate = new();

    public MailSink()
    {
        listener.Start();
        _ = Task.Run(Accept);
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>Whether it answers that it has no room now.</summary>
    public bool Refuses { get; set; }

    public IReadOnlyList<MimeMessage> Messages
    {
        get
        {
            lock (gate) return [.. messages];
        }
    }

    public void Dispose() => listener.Dispose();

    async Task Accept()
    {
        try
        {
            while (true)
            {
                using var client = await listener.AcceptTcpClientAsync();
                await Talk(client.GetStream());
            }
        }
        catch (Exception ended) when (ended is SocketException or ObjectDisposedException or IOException)
        {
            // The test is over.
        }
    }

    async Task Talk(NetworkStream stream)
    {
        using var reader = new StreamReader(stream, Encoding.Latin1);
        Task Say(string line) => stream.WriteAsync(Encoding.Latin1.GetBytes(line + "\r\n")).AsTask();
        await Say("220 sink");
        while (await reader.ReadLineAsync() is { } line)
        {
            var word = line.Split(' ')[0].ToUpperInvariant();
            if (word == "QUIT")
            {
                await Say("221 bye");
                return;
            }
            if (word == "EHLO") await Say("250 sink");
            else if (word == "MAIL" && Refuses) await Say("452 no room");
            else if (word == "DATA") await Keep(reader, Say);
            else await Say("250 ok");
        }
    }

    async Task Keep(StreamReader reader, Func<string, Task> say)
    {
        await say("354 go on");
        var text = new StringBuilder();
        while (await reader.ReadLineAsync() is { } line && line != ".") text.Append(line.StartsWith('.') ? line[1..] : line).Append("\r\n");
        var message = await MimeMessage.LoadAsync(new MemoryStream(Encoding.Latin1.GetBytes(text.ToString())));
        lock (gate) messages.Add(message);
        await say("250 kept");
    }
}
