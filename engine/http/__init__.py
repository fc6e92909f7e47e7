"""What the API and the web app share: who asks, cookies, CSRF, headers, language, problems."""
