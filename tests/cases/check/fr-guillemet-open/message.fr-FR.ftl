a = « target »
b = « target »
