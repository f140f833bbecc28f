-- The one database of the company.
create database stagehand;
